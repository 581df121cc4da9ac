import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Unit } from './unit.entity.js';
import { VillageAreaType } from './village-area-type.entity.js';

export enum AreaType { RURAL = 'RURAL', URBAN = 'URBAN' }
registerEnumType(AreaType, { name: 'AreaType', description: 'Decides the income line; it belongs to the village, since some communes contain a former town.' });

@ObjectType({ description: 'Thôn, bản, tổ dân phố.', simpleResolvers: true })
export class Village {
  @Field(() => ID) id!: number;
  @Field(() => String, { description: 'Commune code and three digits; villages have no national code.' }) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Unit) commune!: Relation<Unit>;
  @Field(() => AreaType) areaType!: string;
  @Field(() => [VillageAreaType], { description: 'All that held, holds and will hold; latest first.' }) areaTypes!: Relation<VillageAreaType>[];
  @Field(() => Boolean) isExtremelyDisadvantaged!: boolean;
  @Field(() => String, { description: 'SOURCED, or SYNTHETIC for a demonstration.' }) provenance!: string;
}
