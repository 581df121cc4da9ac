import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { StoredFile } from '../file/stored-file.entity.js';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { FieldConflict, UserError } from '../graphql/user-error.js';
import { ColumnMapping } from './column-mapping.entity.js';
import { columnMappingAccess, importBatchAccess, importRowAccess } from './import-batch.access.js';
import { ImportBatch, ImportRow, ImportRowState, ImportState } from './import-batch.entity.js';
import { ImportKind } from './import-kind.js';

export const ImportBatchConnection = connectionOf('ImportBatch', ImportBatch);
export const ImportBatchArguments = pageArguments('ImportBatch', listTypes(importBatchAccess, { id: 'id', unit: 'id', kind: ['ImportKind', ImportKind], state: ['ImportState', ImportState], createdAt: 'instant' }));
export const ImportRowConnection = connectionOf('ImportRow', ImportRow);
export const ImportRowArguments = pageArguments('ImportRow', listTypes(importRowAccess, { id: 'id', batch: 'id', rowNo: 'number', state: ['ImportRowState', ImportRowState], isDuplicate: 'boolean' }));
export const ColumnMappingConnection = connectionOf('ColumnMapping', ColumnMapping);
export const ColumnMappingArguments = pageArguments('ColumnMapping', listTypes(columnMappingAccess, { id: 'id', kind: ['ImportKind', ImportKind] }));

@ObjectType({ description: 'A column that this portal and post may bring in.', simpleResolvers: true })
export class ImportColumn {
  @Field(() => String) key!: string;
  @Field(() => String, { description: 'As the template heads it.' }) header!: string;
  @Field(() => Boolean) isRequired!: boolean;
  @Field(() => [String], { description: 'What a cell may say, where it is one of a few.' }) choices!: string[];
}

@InputType()
export class BeginImportInput {
  @Field(() => ImportKind) kind!: ImportKind;
  @Field(() => String) fileName!: string;
  @Field(() => ID, { nullable: true }) mapping?: string | null;
}
@ObjectType({ simpleResolvers: true })
export class BeginImportPayload {
  @Field(() => ImportBatch, { nullable: true }) importBatch!: ImportBatch | null;
  @Field(() => String, { nullable: true, description: 'For PUT /files/<ticket>, once, within ten minutes.' }) ticket!: string | null;
  @Field(() => [UserError]) userErrors!: UserError[];
  @Field(() => [FieldConflict]) conflicts!: FieldConflict[];
}
@InputType()
export class ConfirmImportInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Boolean, { description: 'Leave bad rows out; false refuses a file that has any.' }) onlyGood!: boolean;
}
@InputType()
export class ImportBatchInput { @Field(() => ID) id!: string; }
export const ImportBatchPayload = payloadOf('ImportBatch', 'importBatch', ImportBatch);

@InputType()
export class ImportTemplateInput {
  @Field(() => ImportKind) kind!: ImportKind;
  @Field(() => Boolean, { description: 'With the rows that are there, to be changed and sent back.' }) filled!: boolean;
}
export const ImportTemplatePayload = payloadOf('ImportTemplate', 'storedFile', StoredFile);

@InputType()
export class SaveColumnMappingInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => String) name!: string;
  @Field(() => ImportKind) kind!: ImportKind;
  @Field(() => String, { nullable: true }) sheet?: string | null;
  @Field(() => Int, { nullable: true }) headerRow?: number | null;
  @Field(() => String) columns!: string;
  @Field(() => String, { nullable: true }) valueMap?: string | null;
}
export const ColumnMappingPayload = payloadOf('ColumnMapping', 'columnMapping', ColumnMapping);
