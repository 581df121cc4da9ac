import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { CheckEligibilityInput, EligibilityPayload } from './eligibility.input.js';
import { checkEligibility } from './eligibility.service.js';

@Resolver()
export class EligibilityResolver {
  @Mutation(() => EligibilityPayload, { description: 'A mutation, because each check is kept.' })
  checkEligibility(@Ctx() context: Context, @Arg('input', () => CheckEligibilityInput) input: CheckEligibilityInput) { return checkEligibility(working(context), input); }
}
