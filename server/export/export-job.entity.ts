import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { StoredFile } from '../file/stored-file.entity.js';
import { Instant } from '../graphql/scalars.js';
import { Purpose } from '../household/purpose.entity.js';
import { Post } from '../identity/post.entity.js';
import { ColumnMapping } from '../import/column-mapping.entity.js';
import { Unit } from '../unit/unit.entity.js';

export enum ExportKind { HOUSEHOLDS = 'HOUSEHOLDS', MEMBERS = 'MEMBERS', SUPPORTS = 'SUPPORTS', SUPPORT_NEEDS = 'SUPPORT_NEEDS', PAIRINGS = 'PAIRINGS', CLASS_LIST = 'CLASS_LIST' }
registerEnumType(ExportKind, { name: 'ExportKind', description: 'Which list is taken out; CLASS_LIST is the list of poor households as decisions have it.' });
export enum ExportState { QUEUED = 'QUEUED', RUNNING = 'RUNNING', DONE = 'DONE', FAILED = 'FAILED', CANCELLED = 'CANCELLED' }
registerEnumType(ExportState, { name: 'ExportState' });

@ObjectType({ description: 'A list on its way into a workbook; of the own post.', simpleResolvers: true })
export class ExportJob {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'In the order of asking.' }) no!: number;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => Post) post!: Relation<Post>;
  @Field(() => ExportKind) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true, description: 'The filter of the list, as JSON.' }) filter!: string | null;
  @Field(() => String, { nullable: true, description: 'The order of the list, as JSON.' }) order!: string | null;
  @Field(() => [String], { description: 'Keys of exportColumns.' }) columns!: string[];
  @Field(() => Purpose, { nullable: true }) purpose!: string | null;
  @Field(() => ColumnMapping, { nullable: true, description: 'Whose headers, order and words the file has.' }) mapping!: Relation<ColumnMapping> | null;
  @Field(() => ExportState) state!: string;
  @Field(() => Int, { description: 'Rows written so far.' }) done!: number;
  @Field(() => Int, { nullable: true, description: 'Null while not counted, and beyond what lists count.' }) total!: number | null;
  @Field(() => StoredFile, { nullable: true }) file!: Relation<StoredFile> | null;
  @Field(() => String, { nullable: true, description: 'Why there is no file.' }) message!: string | null;
  @Field(() => Instant) createdAt!: string;
  @Field(() => Instant, { nullable: true }) finishedAt!: string | null;
  @Field(() => Instant) expiresAt!: string;
}
