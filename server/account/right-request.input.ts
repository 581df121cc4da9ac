import { Field, ID, InputType } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { rightRequestAccess } from './right-request.access.js';
import { RightRequest, RightRequestState } from './right-request.entity.js';

export const RightRequestConnection = connectionOf('RightRequest', RightRequest);
export const RightRequestArguments = pageArguments('RightRequest', listTypes(rightRequestAccess, {
  id: 'id', unit: 'id', post: 'id', state: ['RightRequestState', RightRequestState], requestedOn: 'day',
}));
export const RightRequestPayload = payloadOf('RightRequest', 'rightRequest', RightRequest);

@InputType({ description: 'That a leader\'s or officer\'s post may open more of the sensitive.' })
export class RequestRightsInput {
  @Field(() => ID) post!: string;
  @Field(() => [String], { description: 'Of the sensitive nouns that the unit\'s portal has.' }) nouns!: string[];
  @Field(() => String) reason!: string;
}

@InputType()
export class DecideRightsInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'Needed where the request is refused.' }) answer?: string | null;
}
