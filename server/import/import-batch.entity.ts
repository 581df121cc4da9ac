import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { StoredFile } from '../file/stored-file.entity.js';
import { Instant } from '../graphql/scalars.js';
import { Household } from '../household/household.entity.js';
import { Post } from '../identity/post.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { ColumnMapping } from './column-mapping.entity.js';
import { ImportKind } from './import-kind.js';

export enum ImportState {
  WAITING_FILE = 'WAITING_FILE', CHECKING = 'CHECKING', CHECKED = 'CHECKED', SAVING = 'SAVING', SAVED = 'SAVED', UNDOING = 'UNDOING', UNDONE = 'UNDONE', FAILED = 'FAILED', DISCARDED = 'DISCARDED',
}
registerEnumType(ImportState, { name: 'ImportState' });
export enum ImportRowState { GOOD = 'GOOD', WARNED = 'WARNED', BAD = 'BAD' }
registerEnumType(ImportRowState, { name: 'ImportRowState', description: 'WARNED rows are good: they are saved, and something is said of them.' });

@ObjectType({ description: 'A file of rows on its way into the registry: checked whole, then saved whole, and taken back whole.', simpleResolvers: true })
export class ImportBatch {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => Post) post!: Relation<Post>;
  @Field(() => ImportKind) kind!: string;
  @Field(() => ImportState) state!: string;
  @Field(() => String) fileName!: string;
  @Field(() => ColumnMapping, { nullable: true }) mapping!: Relation<ColumnMapping> | null;
  @Field(() => StoredFile, { nullable: true, description: 'The same workbook with each message at its cell; of the own post.' }) annotatedFile!: Relation<StoredFile> | null;
  @Field(() => Int, { description: 'Of a hundred.' }) progress!: number;
  @Field(() => Int) total!: number;
  @Field(() => Int, { description: 'Rows that can be saved, those with a warning among them.' }) good!: number;
  @Field(() => Int) bad!: number;
  @Field(() => Int) warned!: number;
  @Field(() => Int, { description: 'Rows that look like a household or person already there; never merged.' }) duplicates!: number;
  @Field(() => Int, { description: 'Rows that the batch saved.' }) saved!: number;
  @Field(() => String, { nullable: true, description: 'What is to be said of the file as a whole.' }) message!: string | null;
  @Field(() => Instant) createdAt!: string;
  @Field(() => Instant, { nullable: true }) confirmedAt!: string | null;
  @Field(() => Instant, { nullable: true }) undoneAt!: string | null;
}

@ObjectType({ description: 'A line of an imported file, where there is something to say of it or something was saved.', simpleResolvers: true })
export class ImportRow {
  @Field(() => ID) id!: number;
  @Field(() => ImportBatch) batch!: Relation<ImportBatch>;
  @Field(() => Int, { description: 'As Excel counts.' }) rowNo!: number;
  @Field(() => ImportRowState) state!: string;
  @Field(() => String, { nullable: true, description: 'Of the household, as the file writes it.' }) code!: string | null;
  @Field(() => Household, { nullable: true }) household!: Relation<Household> | null;
  @Field(() => Boolean) isDuplicate!: boolean;
  @Field(() => [String], { description: 'Each with the address of its cell.' }) messages!: string[];
}
