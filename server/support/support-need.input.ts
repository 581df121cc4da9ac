import { Field, ID, InputType } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { EndInput } from '../household/fact.input.js';
import { supportNeedAccess } from './support-need.access.js';
import { SupportNeed } from './support-need.entity.js';
import { SupportKindCode } from './support.entity.js';

@InputType()
export class AddSupportNeedInput {
  @Field(() => ID) household!: string;
  @Field(() => ID, { nullable: true, description: 'The person, where one asks for it.' }) member?: string | null;
  @Field(() => SupportKindCode) kind!: string;
  @Field(() => Day) since!: string;
}
@InputType()
export class EndSupportNeedInput extends EndInput {
  @Field(() => ID, { nullable: true, description: 'The help that met it.' }) metBy?: string | null;
}


export const SupportNeedPayload = payloadOf('SupportNeed', 'need', SupportNeed);
export const SupportNeedConnection = connectionOf('SupportNeed', SupportNeed);
export const supportNeedList = listTypes(supportNeedAccess, {
  id: 'id', household: 'row', kind: ['SupportKindCode', SupportKindCode], since: 'day', until: 'day', metBy: 'id',
});
export const SupportNeedArguments = pageArguments('SupportNeed', supportNeedList);
