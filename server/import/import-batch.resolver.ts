import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { one, page, selectionAt } from '../graphql/reader.js';
import { saveColumnMapping } from './column-mapping.service.js';
import { makeImportTemplate } from './import.template.js';
import { columnMappingAccess, importBatchAccess, importRowAccess } from './import-batch.access.js';
import { ImportBatch } from './import-batch.entity.js';
import * as input from './import-batch.input.js';
import { beginImport, confirmImport, discardImport, importColumnsOf, undoImport } from './import-batch.service.js';
import { ImportKind } from './import-kind.js';

@Resolver(() => ImportBatch)
export class ImportBatchResolver {
  @Query(() => ImportBatch, { nullable: true })
  importBatch(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, importBatchAccess, id); }

  @Query(() => input.ImportBatchConnection, { description: 'Files that the unit brought in.' })
  importBatches(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => input.ImportBatchArguments) args: InstanceType<typeof input.ImportBatchArguments>) { return page(context, info, importBatchAccess, args); }

  @Query(() => input.ImportRowConnection, { description: 'Lines of the unit\'s batches of which there is something to say.' })
  importRows(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => input.ImportRowArguments) args: InstanceType<typeof input.ImportRowArguments>) { return page(context, info, importRowAccess, args); }

  @Query(() => input.ColumnMappingConnection, { description: 'The province\'s ways to map columns, and the unit\'s own.' })
  columnMappings(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => input.ColumnMappingArguments) args: InstanceType<typeof input.ColumnMappingArguments>) { return page(context, info, columnMappingAccess, args); }

  @Query(() => [input.ImportColumn], { description: 'The columns that the viewer may bring in; none when the kind is not theirs.' })
  importColumns(@Ctx() context: Context, @Arg('kind', () => ImportKind) kind: ImportKind) { return importColumnsOf(working(context), kind); }

  @Mutation(() => input.BeginImportPayload)
  beginImport(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => input.BeginImportInput) given: input.BeginImportInput) { return beginImport(working(context), given, selectionAt(context, info)); }

  @Mutation(() => input.ImportBatchPayload)
  confirmImport(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => input.ConfirmImportInput) given: input.ConfirmImportInput) { return confirmImport(working(context), given, selectionAt(context, info)); }

  @Mutation(() => input.ImportBatchPayload)
  undoImport(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => input.ImportBatchInput) given: input.ImportBatchInput) { return undoImport(working(context), given, selectionAt(context, info)); }

  @Mutation(() => input.ImportBatchPayload)
  discardImport(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => input.ImportBatchInput) given: input.ImportBatchInput) { return discardImport(working(context), given, selectionAt(context, info)); }

  @Mutation(() => input.ImportTemplatePayload)
  makeImportTemplate(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => input.ImportTemplateInput) given: input.ImportTemplateInput) { return makeImportTemplate(working(context), given, selectionAt(context, info)); }

  @Mutation(() => input.ColumnMappingPayload)
  saveColumnMapping(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => input.SaveColumnMappingInput) given: input.SaveColumnMappingInput) { return saveColumnMapping(working(context), given, selectionAt(context, info)); }
}
