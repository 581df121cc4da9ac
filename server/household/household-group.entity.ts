import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';

export enum GroupKind { MINORITY = 'MINORITY', MERIT = 'MERIT', NO_LABOUR = 'NO_LABOUR', AGENT_ORANGE_CHILD = 'AGENT_ORANGE_CHILD' }
registerEnumType(GroupKind, { name: 'GroupKind', description: 'Nhóm đối tượng: ethnic minority, member with merit, no labour capacity, child of an Agent-Orange victim.' });

@ObjectType({ description: 'A group to which a household belongs; a noun of its own, because who may know of it differs by group.', simpleResolvers: true })
export class HouseholdGroup {
  @Field(() => ID) id!: string;
  @Field(() => GroupKind) kind!: string;
  @Field(() => Day) since!: string;
  @Field(() => Day, { nullable: true }) until!: string | null;
}
