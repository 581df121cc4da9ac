import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { Attachment } from './attachment.entity.js';
import { AskUploadInput, AskUploadPayload } from './attachment.input.js';
import { askUpload } from './attachment.service.js';

@Resolver(() => Attachment)
export class AttachmentResolver {
  @Mutation(() => AskUploadPayload, { description: 'A leave to send one file, which then waits for the entry or the document that names it.' })
  askUpload(@Ctx() context: Context, @Arg('input', () => AskUploadInput) input: AskUploadInput) { return askUpload(working(context), input); }
}
