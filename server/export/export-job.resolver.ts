import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { page, selectionAt } from '../graphql/reader.js';
import { exportJobAccess } from './export-job.access.js';
import { ExportJob, ExportKind } from './export-job.entity.js';
import { CancelExportInput, ExportColumn, ExportJobArguments, ExportJobConnection, ExportJobPayload, StartExportInput } from './export-job.input.js';
import { cancelExport, exportColumns, startExport } from './export-job.service.js';

@Resolver(() => ExportJob)
export class ExportJobResolver {
  @Query(() => [ExportColumn], { description: 'The columns that the viewer may take out of a list; none when the list is not theirs.' })
  exportColumns(@Ctx() context: Context, @Arg('kind', () => ExportKind) kind: ExportKind) { return exportColumns(working(context), kind); }

  @Query(() => ExportJobConnection, { description: 'What the own post took out.' })
  exportJobs(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => ExportJobArguments) args: InstanceType<typeof ExportJobArguments>) {
    return page(context, info, exportJobAccess, args);
  }

  @Mutation(() => ExportJobPayload)
  startExport(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => StartExportInput) input: StartExportInput) {
    return startExport(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => ExportJobPayload)
  cancelExport(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => CancelExportInput) input: CancelExportInput) {
    return cancelExport(working(context), input, selectionAt(context, info));
  }
}
