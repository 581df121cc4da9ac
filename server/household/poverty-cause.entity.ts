import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';

export enum CauseKind {
  LAND = 'LAND', CAPITAL = 'CAPITAL', LABOUR = 'LABOUR', TOOLS = 'TOOLS', KNOWLEDGE = 'KNOWLEDGE', SKILLS = 'SKILLS', ILLNESS = 'ILLNESS', OTHER = 'OTHER',
}
registerEnumType(CauseKind, { name: 'CauseKind', description: 'Nguyên nhân nghèo.' });

@ObjectType({ description: 'Why a household is poor; a noun of its own, because who may know of it differs by cause.', simpleResolvers: true })
export class PovertyCause {
  @Field(() => ID) id!: string;
  @Field(() => CauseKind) cause!: string;
  @Field(() => Day) since!: string;
  @Field(() => Day, { nullable: true }) until!: string | null;
}
