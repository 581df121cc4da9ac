import { Field, ID, InputType, Int } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { Purpose } from '../household/purpose.entity.js';
import { sightRequestAccess } from './sight-request.access.js';
import { OpenablePart, SightRequest, SightRequestState } from './sight-request.entity.js';

export const SightRequestConnection = connectionOf('SightRequest', SightRequest);
export const SightRequestArguments = pageArguments('SightRequest', listTypes(sightRequestAccess, {
  id: 'id', household: 'row', unit: 'id', commune: 'id', part: ['OpenablePart', OpenablePart], purpose: ['Purpose', Purpose], requestedOn: 'day',
  state: ['SightRequestState', SightRequestState], decidedOn: 'day', validTo: 'day',
}));
export const SightRequestPayload = payloadOf('SightRequest', 'sightRequest', SightRequest);

@InputType({ description: 'Đề nghị mở xem, about a household that the unit sees already.' })
export class RequestSightInput {
  @Field(() => ID) household!: string;
  @Field(() => OpenablePart) part!: string;
  @Field(() => Purpose) purpose!: string;
  @Field(() => String) reason!: string;
  @Field(() => Int, { description: 'Counted from the day of the grant.' }) days!: number;
}

@InputType()
export class WithdrawSightInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
}

@InputType()
export class GrantSightInput extends WithdrawSightInput {
  @Field(() => Int, { nullable: true, description: 'Fewer than were asked for.' }) days?: number | null;
  @Field(() => String, { nullable: true }) answer?: string | null;
}

@InputType()
export class RefuseSightInput extends WithdrawSightInput {
  @Field(() => String) answer!: string;
}

@InputType()
export class RevokeSightInput extends WithdrawSightInput {
  @Field(() => String) answer!: string;
}
