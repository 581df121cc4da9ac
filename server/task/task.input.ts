import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { Day } from '../graphql/scalars.js';
import { FieldConflict, UserError } from '../graphql/user-error.js';
import { assignmentAccess } from './assignment.access.js';
import { Assignment, AssignmentRole, AssignmentStatus, StatusRule } from './assignment.entity.js';
import { taskAccess } from './task.access.js';
import { Task, TaskKind } from './task.entity.js';

export const TaskConnection = connectionOf('Task', Task);
export const TaskArguments = pageArguments('Task', listTypes(taskAccess, { id: 'id', plan: 'id', group: 'id', sort: 'number', code: 'text', kind: ['TaskKind', TaskKind], title: 'text', product: 'text', population: 'text', leads: 'rows', assignments: 'rows' }));
export const AssignmentConnection = connectionOf('Assignment', Assignment);
export const AssignmentArguments = pageArguments('Assignment', listTypes(assignmentAccess, {
  id: 'id', task: 'id', unit: 'id', role: ['AssignmentRole', AssignmentRole], part: 'text', viaClass: 'id', validFrom: 'day', validTo: 'day', confirmedOn: 'day', acceptedOn: 'day',
  dueDay: 'day', extendedTo: 'day', targetValue: 'number', officer: 'id', documentNumber: 'text', documentDay: 'day',
  status: ['AssignmentStatus', AssignmentStatus], statusRule: ['StatusRule', StatusRule], percent: 'number', quantity: 'number', doneOn: 'day', lastEntryDay: 'day', draftCount: 'number', submittedCount: 'number', returnedCount: 'number',
}));

@InputType({ description: 'A task that a directive adds; every unit and class named gets its own assignment.' })
export class CreateTaskInput {
  @Field(() => ID) plan!: string;
  @Field(() => ID) group!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) product?: string | null;
  @Field(() => String, { nullable: true }) population?: string | null;
  @Field(() => String) directiveNumber!: string;
  @Field(() => Day) directiveDay!: string;
  @Field(() => Day, { description: 'Last day on time.' }) dueDay!: string;
  @Field(() => [ID]) leads!: string[];
  @Field(() => [ID], { nullable: true }) coordinators?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Classes of units that take part.' }) classes?: string[] | null;
}

@InputType({ description: 'Binds further units, or the units of a class, to a task.' })
export class AssignTaskInput {
  @Field(() => ID) task!: string;
  @Field(() => AssignmentRole) role!: string;
  @Field(() => String, { nullable: true }) part?: string | null;
  @Field(() => [ID], { nullable: true }) units?: string[] | null;
  @Field(() => [ID], { nullable: true }) classes?: string[] | null;
}

@InputType({ description: 'Decides the proposals that a clause with "liên quan" made.' })
export class ConfirmAssignmentsInput {
  @Field(() => ID) task!: string;
  @Field(() => [ID]) confirm!: string[];
  @Field(() => [ID]) decline!: string[];
}

@ObjectType({ simpleResolvers: true })
export class TaskPayload {
  @Field(() => Task, { nullable: true }) task!: Task | null;
  @Field(() => Int, { description: 'How many assignments were made or decided.' }) count!: number;
  @Field(() => [UserError]) userErrors!: UserError[];
}

@InputType()
export class AcceptAssignmentInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
}

@InputType()
export class AssignOfficerInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID, { nullable: true, description: 'A post of the own unit; null takes it back.' }) officer?: string | null;
}

@InputType()
export class ChangeAssignmentInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true }) part?: string | null;
  @Field(() => Day, { nullable: true }) dueDay?: string | null;
  @Field(() => Day, { nullable: true }) extendedTo?: string | null;
  @Field(() => String, { nullable: true }) extensionReason?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class AssignmentPayload {
  @Field(() => Assignment, { nullable: true, description: 'As it stands now; after a conflict, as the other writer left it.' }) assignment!: Assignment | null;
  @Field(() => [UserError]) userErrors!: UserError[];
  @Field(() => [FieldConflict]) conflicts!: FieldConflict[];
}
