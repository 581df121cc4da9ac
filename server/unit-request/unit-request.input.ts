import { Field, ID, InputType, Int } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { AnswerDraft, AnswerOutcome } from './answer-draft.entity.js';
import { unitRequestAccess } from './unit-request.access.js';
import { RequestKind, RequestSide, RequestState, UnitRequest } from './unit-request.entity.js';

export const UnitRequestConnection = connectionOf('UnitRequest', UnitRequest);
export const UnitRequestArguments = pageArguments('UnitRequest', listTypes(unitRequestAccess, {
  id: 'id', kind: ['RequestKind', RequestKind], number: 'text', unit: 'id', toUnit: 'id', subject: 'text', task: 'id', assignment: 'id', dueDay: 'day', state: ['RequestState', RequestState],
  isOpen: 'boolean', isOverdue: 'boolean', side: ['RequestSide', RequestSide], sentOn: 'day', closedOn: 'day', daysOver: 'number', daysHeld: 'number', createdAt: 'instant',
}));
export const UnitRequestPayload = payloadOf('UnitRequest', 'unitRequest', UnitRequest);
export const AnswerDraftPayload = payloadOf('AnswerDraft', 'answerDraft', AnswerDraft);

@InputType({ description: 'A draft; its leader sends it.' })
export class CreateUnitRequestInput {
  @Field(() => RequestKind) kind!: RequestKind;
  @Field(() => ID) toUnit!: string;
  @Field(() => String) subject!: string;
  @Field(() => String) text!: string;
  @Field(() => ID, { nullable: true }) task?: string | null;
  @Field(() => ID, { nullable: true, description: 'One of the own unit\'s; brings its task.' }) assignment?: string | null;
  @Field(() => Day, { nullable: true, description: 'Of an extension: the day asked for.' }) askedDay?: string | null;
  @Field(() => Day, { nullable: true, description: 'Later than the rule says; null is as the rule says.' }) dueDay?: string | null;
}

@InputType({ description: 'The whole draft anew.' })
export class ChangeUnitRequestInput extends CreateUnitRequestInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
}

@InputType()
export class SendUnitRequestInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
}

@InputType()
export class DiscardUnitRequestInput extends SendUnitRequestInput {}

@InputType()
export class WithdrawUnitRequestInput extends SendUnitRequestInput {
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class AnswerUnitRequestInput extends SendUnitRequestInput {
  @Field(() => String) answer!: string;
  @Field(() => Day, { nullable: true, description: 'Of an extension: the day granted, by the secretariat alone.' }) grantedDay?: string | null;
}

@InputType()
export class DeclineUnitRequestInput extends SendUnitRequestInput {
  @Field(() => String) reason!: string;
}

@InputType()
export class ReopenUnitRequestInput extends SendUnitRequestInput {
  @Field(() => String) reason!: string;
}

@InputType()
export class ForwardUnitRequestInput extends SendUnitRequestInput {
  @Field(() => ID) toUnit!: string;
  @Field(() => String) reason!: string;
}

@InputType({ description: 'Of a request that lies with the own unit; without a version the first.' })
export class SaveAnswerDraftInput {
  @Field(() => ID) request!: string;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => AnswerOutcome) outcome!: AnswerOutcome;
  @Field(() => String) answer!: string;
  @Field(() => Day, { nullable: true }) grantedDay?: string | null;
}
