import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.js';
import { AttachmentPurpose } from './attachment.entity.js';

@InputType({ description: 'A file that is about to be sent.' })
export class AskUploadInput {
  @Field(() => ID, { description: 'The assignment that it is about.' }) assignment!: string;
  @Field(() => AttachmentPurpose) purpose!: AttachmentPurpose;
  @Field(() => String) name!: string;
  @Field(() => Number, { description: 'Bytes, as the sender counts them; what comes is counted again.' }) size!: number;
}

@ObjectType({ simpleResolvers: true })
export class AskUploadPayload {
  @Field(() => String, { nullable: true, description: 'For PUT /files/<ticket>, once, within ten minutes; the answer names the file\'s id.' }) ticket!: string | null;
  @Field(() => [UserError]) userErrors!: UserError[];
}
