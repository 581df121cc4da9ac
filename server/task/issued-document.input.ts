import { Field, ID, InputType, Int } from 'type-graphql';
import { Day } from '../graphql/scalars.js';

@InputType({ description: 'The document that an assignment led to, as it was issued.' })
export class RecordDocumentInput {
  @Field(() => ID) assignment!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) documentNumber!: string;
  @Field(() => Day) documentDay!: string;
  @Field(() => String) documentSigner!: string;
  @Field(() => ID, { nullable: true, description: 'A file that waits; left out, the file recorded before stays.' }) file?: string | null;
}
