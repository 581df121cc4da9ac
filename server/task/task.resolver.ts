import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { one, page, selectionAt } from '../graphql/reader.js';
import { StandingCount } from './standing.entity.js';
import { standingOf } from './standing.query.js';
import { taskAccess } from './task.access.js';
import { Task } from './task.entity.js';
import { AssignTaskInput, ConfirmAssignmentsInput, CreateTaskInput, TaskArguments, TaskConnection, TaskPayload } from './task.input.js';
import { assignTask, confirmAssignments, createTask } from './task.service.js';

@Resolver(() => Task)
export class TaskResolver {
  @Query(() => Task, { nullable: true })
  task(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, taskAccess, id); }

  @Query(() => TaskConnection, { description: 'Tasks that name the viewer\'s unit or its class; the secretariat sees all.' })
  tasks(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => TaskArguments) args: InstanceType<typeof TaskArguments>) {
    return page(context, info, taskAccess, args);
  }

  @FieldResolver(() => [StandingCount], { nullable: true, description: 'Units of the task by status; for the secretariat and a lead.' })
  standing(@Ctx() context: Context, @Root() { id }: Task) { return standingOf(working(context), id); }

  @Mutation(() => TaskPayload)
  createTask(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => CreateTaskInput) input: CreateTaskInput) {
    return createTask(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => TaskPayload)
  assignTask(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AssignTaskInput) input: AssignTaskInput) {
    return assignTask(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => TaskPayload)
  confirmAssignments(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ConfirmAssignmentsInput) input: ConfirmAssignmentsInput) {
    return confirmAssignments(working(context), input, selectionAt(context, info));
  }
}
