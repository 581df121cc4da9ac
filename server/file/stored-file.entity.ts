import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Instant } from '../graphql/scalars.js';
import { Post } from '../identity/post.entity.js';
import { Unit } from '../unit/unit.entity.js';

export enum FileKind { IMPORT = 'IMPORT', IMPORT_NOTES = 'IMPORT_NOTES', IMPORT_TEMPLATE = 'IMPORT_TEMPLATE', EXPORT = 'EXPORT' }
registerEnumType(FileKind, { name: 'FileKind', description: 'A workbook sent for import, the same with its messages, a template, or a list that was taken out.' });

@ObjectType({ description: 'A file of the viewer\'s own post, to be fetched from /files/<id> until it expires.', simpleResolvers: true })
export class StoredFile {
  @Field(() => ID) id!: string;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => Post) post!: Relation<Post>;
  @Field(() => String) name!: string;
  @Field(() => String) mediaType!: string;
  @Field(() => Number, { description: 'Bytes.' }) size!: number;
  @Field(() => String, { description: 'Of the content, hexadecimal.' }) sha256!: string;
  @Field(() => FileKind) kind!: string;
  @Field(() => Instant) createdAt!: string;
  @Field(() => Instant) expiresAt!: string;
}
