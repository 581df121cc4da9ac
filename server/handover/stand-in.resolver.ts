import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { EndStandInInput, StandIn, StandInPayload, StartStandInInput } from './stand-in.input.js';
import { endStandIn, standInsOf, startStandIn } from './stand-in.service.js';

@Resolver()
export class StandInResolver {
  @Query(() => [StandIn], { description: 'Who stands in for whom in the unit, today and later.' })
  standIns(@Ctx() context: Context) { return standInsOf(working(context)); }

  @Mutation(() => StandInPayload, { description: 'Lends a post to a colleague for some days.' })
  startStandIn(@Ctx() context: Context, @Arg('input', () => StartStandInInput) input: StartStandInInput) { return startStandIn(working(context), input); }

  @Mutation(() => StandInPayload, { description: 'Ends it before its last day.' })
  endStandIn(@Ctx() context: Context, @Arg('input', () => EndStandInInput) input: EndStandInInput) { return endStandIn(working(context), input); }
}
