import { Field, ID, InputType, Int } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { targetAccess } from './target.access.js';
import { Target } from './target.entity.js';

export const TargetConnection = connectionOf('Target', Target);
export const TargetArguments = pageArguments('Target', listTypes(targetAccess, {
  id: 'id', plan: 'id', task: 'id', unit: 'id', owner: 'id', parent: 'id', code: 'text', name: 'text', year: 'number', isCounted: 'boolean', closedOn: 'day',
}));
export const TargetPayload = payloadOf('Target', 'target', Target);

@InputType({ description: 'What one unit is to reach.' })
export class TargetShareInput {
  @Field(() => ID) unit!: string;
  @Field(() => Number, { nullable: true, description: 'Null takes the share back.' }) value?: number | null;
  @Field(() => Int, { nullable: true, description: 'Of the share as the writer saw it; null where there was none.' }) version?: number | null;
}

@InputType({ description: 'Shares of the province\'s target, all saved or none. Units that are not named keep theirs.' })
export class SplitTargetInput {
  @Field(() => ID) target!: string;
  @Field(() => [TargetShareInput]) shares!: TargetShareInput[];
  @Field(() => String, { nullable: true, description: 'Why a closed split is changed.' }) reason?: string | null;
}

@InputType()
export class CloseTargetSplitInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
}
