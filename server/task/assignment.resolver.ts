import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { one, page, selectionAt } from '../graphql/reader.js';
import { assignmentAccess } from './assignment.access.js';
import { Assignment } from './assignment.entity.js';
import { acceptAssignment, assignOfficer, changeAssignment } from './assignment.service.js';
import { RecordDocumentInput } from './issued-document.input.js';
import { recordDocument } from './issued-document.service.js';
import { AddProgressEntryInput, CorrectProgressEntryInput, ProgressEntryPayload } from './progress-entry.input.js';
import { addProgressEntry, correctProgressEntry } from './progress-entry.service.js';
import { AcceptAssignmentInput, AssignmentArguments, AssignmentConnection, AssignmentPayload, AssignOfficerInput, ChangeAssignmentInput } from './task.input.js';

@Resolver()
export class AssignmentResolver {
  @Query(() => Assignment, { nullable: true })
  assignment(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, assignmentAccess, id); }

  @Query(() => AssignmentConnection)
  assignments(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => AssignmentArguments) args: InstanceType<typeof AssignmentArguments>) {
    return page(context, info, assignmentAccess, args);
  }

  @Mutation(() => AssignmentPayload, { description: 'The unit acknowledges its assignment.' })
  acceptAssignment(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AcceptAssignmentInput) input: AcceptAssignmentInput) {
    return acceptAssignment(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => AssignmentPayload, { description: 'Gives the assignment to an officer of the unit.' })
  assignOfficer(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AssignOfficerInput) input: AssignOfficerInput) {
    return assignOfficer(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => AssignmentPayload, { description: 'Changes part and days; what was stays in changes.' })
  changeAssignment(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ChangeAssignmentInput) input: ChangeAssignmentInput) {
    return changeAssignment(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => AssignmentPayload, { description: 'Records the document that the assignment led to; what it replaces stays readable.' })
  recordDocument(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RecordDocumentInput) input: RecordDocumentInput) {
    return recordDocument(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => ProgressEntryPayload)
  addProgressEntry(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AddProgressEntryInput) input: AddProgressEntryInput) {
    return addProgressEntry(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => ProgressEntryPayload, { description: 'Enters anew what an entry said; the first stays as history.' })
  correctProgressEntry(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => CorrectProgressEntryInput) input: CorrectProgressEntryInput) {
    return correctProgressEntry(working(context), input, selectionAt(context, info));
  }
}
