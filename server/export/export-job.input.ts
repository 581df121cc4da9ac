import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { Purpose } from '../household/purpose.entity.js';
import { exportJobAccess } from './export-job.access.js';
import { ExportJob, ExportKind, ExportState } from './export-job.entity.js';

export const ExportJobConnection = connectionOf('ExportJob', ExportJob);
export const ExportJobArguments = pageArguments('ExportJob', listTypes(exportJobAccess, { id: 'id', no: 'number', kind: ['ExportKind', ExportKind], state: ['ExportState', ExportState] }));
export const ExportJobPayload = payloadOf('ExportJob', 'exportJob', ExportJob);

@ObjectType({ description: 'A column that the viewer may take out.', simpleResolvers: true })
export class ExportColumn {
  @Field(() => String) key!: string;
  @Field(() => String) header!: string;
  @Field(() => Boolean, { description: 'Ticked unless the person says otherwise.' }) isDefault!: boolean;
  @Field(() => Boolean, { description: 'Opens sensitive records: only with a purpose, and logged.' }) isSensitive!: boolean;
}

@InputType({ description: 'A list to be taken out as a workbook, under the rights of whoever asks.' })
export class StartExportInput {
  @Field(() => ExportKind) kind!: ExportKind;
  @Field(() => String, { nullable: true, description: 'Of the list, as JSON.' }) filter?: string | null;
  @Field(() => String, { nullable: true, description: 'Of the list, as JSON.' }) order?: string | null;
  @Field(() => [String], { description: 'Keys of exportColumns, in the order wished for; with a mapping none means all that it has.' }) columns!: string[];
  @Field(() => Purpose, { nullable: true, description: 'Needed where columns or filter open sensitive records.' }) purpose?: Purpose | null;
  @Field(() => ID, { nullable: true, description: 'A ColumnMapping: exactly its headers, order and words come out.' }) mapping?: string | null;
}

@InputType()
export class CancelExportInput {
  @Field(() => ID) id!: string;
}
