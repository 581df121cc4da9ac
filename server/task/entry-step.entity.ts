import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Instant } from '../graphql/scalars.js';
import { Unit } from '../unit/unit.entity.js';
import { ProgressEntry } from './progress-entry.entity.js';

export enum EntryStepKind { SUBMITTED = 'SUBMITTED', WITHDRAWN = 'WITHDRAWN', SENT_BACK = 'SENT_BACK', RETURNED = 'RETURNED' }
registerEnumType(EntryStepKind, { name: 'EntryStepKind', description: 'Handed to the leader, taken back, sent back by the leader; given back by a lead of the task or the secretariat.' });

export enum EntryField {
  MILESTONE = 'MILESTONE', AS_OF_DAY = 'AS_OF_DAY', DONE = 'DONE', QUANTITY = 'QUANTITY', PERCENT = 'PERCENT',
  DIFFICULTY = 'DIFFICULTY', REQUEST = 'REQUEST', IS_COMPLETED = 'IS_COMPLETED', FILES = 'FILES',
}
registerEnumType(EntryField, { name: 'EntryField', description: 'What of an entry can be asked to be completed.' });

@ObjectType({ description: 'What became of an entry besides its writing and its signature, with the names as they were.', simpleResolvers: true })
export class EntryStep {
  @Field(() => ID) id!: number;
  @Field(() => ProgressEntry) entry!: Relation<ProgressEntry>;
  @Field(() => EntryStepKind) kind!: string;
  @Field(() => String, { nullable: true, description: 'Why the leader sent it back.' }) note!: string | null;
  @Field(() => Instant) at!: string;
  @Field(() => Unit) byUnit!: Relation<Unit>;
  @Field(() => String) byName!: string;
}

@ObjectType({ description: 'One thing to complete in an entry that was given back.', simpleResolvers: true })
export class EntryReturn {
  @Field(() => ID) id!: number;
  @Field(() => EntryField) field!: string;
  @Field(() => String) reason!: string;
}
