import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';
import { FieldConflict, UserError } from '../graphql/user-error.js';

@InputType({ description: 'A form that scores income, as its table is pasted from a spreadsheet: header first, then an item a row, a column a region.' })
export class ImportScoreSheetInput {
  @Field(() => String) standard!: string;
  @Field(() => String) formVersion!: string;
  @Field(() => String) source!: string;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo?: string | null;
  @Field(() => String, { description: 'The column that counts for this province\'s rural villages.' }) ruralRegion!: string;
  @Field(() => String, { description: 'The column that counts for this province\'s urban villages.' }) urbanRegion!: string;
  @Field(() => String, { description: 'Cells between tabs, rows between line ends.' }) table!: string;
}

@ObjectType({ description: 'What is wrong with one cell; row and column count from 1, null where the whole row or table is meant.', simpleResolvers: true })
export class CellProblem {
  @Field(() => Int, { nullable: true }) row!: number | null;
  @Field(() => Int, { nullable: true }) column!: number | null;
  @Field(() => String) message!: string;
}

@ObjectType({ description: 'What a table holds, before or after it is saved.', simpleResolvers: true })
export class ScoreSheetCheck {
  @Field(() => [String]) regions!: string[];
  @Field(() => Int) itemCount!: number;
  @Field(() => Int) groupCount!: number;
  @Field(() => [CellProblem]) problems!: CellProblem[];
  @Field(() => [UserError]) userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class ImportScoreSheetPayload extends ScoreSheetCheck {
  @Field(() => [FieldConflict]) conflicts!: FieldConflict[];
}
