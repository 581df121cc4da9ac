import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Instant } from '../graphql/scalars.js';

export enum AttachmentPurpose { EVIDENCE = 'EVIDENCE', DOCUMENT = 'DOCUMENT' }
registerEnumType(AttachmentPurpose, { name: 'AttachmentPurpose', description: 'What a file is for: to prove what an entry says, or the document that an assignment led to.' });

@ObjectType({ description: 'A file of a progress entry or of an assignment; its bytes are at /files/<id> for whoever may read what it belongs to.', simpleResolvers: true })
export class Attachment {
  @Field(() => ID) id!: string;
  @Field(() => AttachmentPurpose) purpose!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'By its content, whatever it was called.' }) mediaType!: string;
  @Field(() => Number, { description: 'Bytes.' }) size!: number;
  @Field(() => String, { description: 'Of the content, hexadecimal: what was signed is what is there.' }) sha256!: string;
  @Field(() => Instant) createdAt!: string;
}
