import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';
import { FieldConflict, UserError } from '../graphql/user-error.js';
import { ProgressEntry } from './progress-entry.entity.js';

@InputType()
abstract class ProgressFields {
  @Field(() => ID, { nullable: true }) milestone?: string | null;
  @Field(() => Day) asOfDay!: string;
  @Field(() => String) done!: string;
  @Field(() => String, { nullable: true }) difficulty?: string | null;
  @Field(() => String, { nullable: true }) request?: string | null;
  @Field(() => Int, { nullable: true }) quantity?: number | null;
  @Field(() => Int, { nullable: true }) percent?: number | null;
  @Field(() => Boolean, { defaultValue: false }) isCompleted!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Sends it on: an officer\'s to the leader for signature, a leader\'s own signed. Left out, a leader\'s is sent and an officer\'s stays a draft.' }) send?: boolean | null;
  @Field(() => [ID], { nullable: true, description: 'Files that wait, and those of the entry that is corrected.' }) files?: string[] | null;
}
export type ProgressInput = ProgressFields;

@InputType()
export class AddProgressEntryInput extends ProgressFields {
  @Field(() => ID) assignment!: string;
}

@InputType()
export class CorrectProgressEntryInput extends ProgressFields {
  @Field(() => ID) id!: string;
}

@ObjectType({ simpleResolvers: true })
export class ProgressEntryPayload {
  @Field(() => ProgressEntry, { nullable: true, description: 'The entry as saved; after a conflict, the other writer\'s.' }) progressEntry!: ProgressEntry | null;
  @Field(() => [UserError]) userErrors!: UserError[];
  @Field(() => [FieldConflict]) conflicts!: FieldConflict[];
}
