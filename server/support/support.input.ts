import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { supportAccess } from './support.access.js';
import { FundingSource, Support, SupportKindCode, SupportState } from './support.entity.js';

export const SupportConnection = connectionOf('Support', Support);
export const SupportArguments = pageArguments('Support', listTypes(supportAccess, {
  id: 'id', household: 'row', member: 'row', kind: ['SupportKindCode', SupportKindCode], provider: 'id', fundingSource: ['FundingSource', FundingSource], programme: 'text', clause: 'text',
  planItem: 'text', state: ['SupportState', SupportState], plannedDay: 'day', deliveredDay: 'day', quantity: 'text', reservedUntil: 'day', verifiedBy: 'id', verifiedOn: 'day',
}));
export const SupportPayload = payloadOf('Support', 'support', Support);

@InputType()
abstract class SupportFields {
  @Field(() => FundingSource, { nullable: true }) fundingSource?: string | null;
  @Field(() => String, { nullable: true }) programme?: string | null;
  @Field(() => String, { nullable: true, description: 'The clause that grounds it, as III.8(4).' }) clause?: string | null;
  @Field(() => Day, { nullable: true }) plannedDay?: string | null;
  @Field(() => String, { nullable: true }) quantity?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String, { nullable: true, description: 'Why, though another unit has planned the same kind; kept in the note.' }) overlapReason?: string | null;
}
export type SupportWords = SupportFields;

@InputType()
export class CreateSupportInput extends SupportFields {
  @Field(() => ID) household!: string;
  @Field(() => ID, { nullable: true }) member?: string | null;
  @Field(() => SupportKindCode) kind!: string;
  @Field(() => ID, { nullable: true, description: 'The own unit unless a commune plans what another gives.' }) provider?: string | null;
  @Field(() => String, { nullable: true }) planItem?: string | null;
  @Field(() => SupportState, { description: 'PLANNED or APPROVED.' }) state!: string;
}

@InputType()
export class UpdateSupportInput extends SupportFields {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => SupportState, { nullable: true }) state?: string | null;
  @Field(() => Day, { nullable: true, description: 'Required with DELIVERED.' }) deliveredDay?: string | null;
  @Field(() => String, { nullable: true }) evidence?: string | null;
}

@InputType()
export class VerifySupportInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
}

@InputType()
export class SaveSupportAmountInput {
  @Field(() => ID) support!: string;
  @Field(() => Int, { nullable: true, description: 'Of the amount; none for the first one.' }) version?: number | null;
  @Field(() => Number, { description: 'Đồng.' }) amount!: number;
  @Field(() => Day, { nullable: true }) disbursedOn?: string | null;
}

@InputType()
export class SaveSupportLoanInput {
  @Field(() => ID) support!: string;
  @Field(() => Int, { nullable: true, description: 'Of the loan; none for the first entry.' }) version?: number | null;
  @Field(() => Int, { nullable: true }) termMonths?: number | null;
  @Field(() => String, { nullable: true }) purpose?: string | null;
  @Field(() => Day, { nullable: true }) disbursedOn?: string | null;
  @Field(() => Number, { nullable: true, description: 'Đồng.' }) outstanding?: number | null;
  @Field(() => Number, { nullable: true, description: 'Đồng.' }) overdue?: number | null;
}

@ObjectType({ description: 'Another unit that has planned, approved or this year given the same kind of help.', simpleResolvers: true })
export class OverlappingUnit {
  @Field(() => String) name!: string;
}
