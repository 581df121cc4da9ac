import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { LoginPayload } from './identity.input.js';
import { loginByCode, type Caller } from './identity.service.js';
import * as input from './totp.input.js';
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, secondFactorOf } from './totp.service.js';

@Resolver()
export class SecondFactorResolver {
  @Mutation(() => LoginPayload, { description: 'The second half of signing in, where the account wants a code; a guest\'s.' })
  loginByCode(@Ctx() context: Caller, @Arg('input', () => input.LoginByCodeInput) given: input.LoginByCodeInput): Promise<LoginPayload> { return loginByCode(context, given); }

  @Query(() => input.SecondFactor, { description: 'The caller\'s second factor.' })
  secondFactor(@Ctx() context: Context): Promise<input.SecondFactor> { return secondFactorOf(context); }

  @Mutation(() => input.BeginSecondFactorPayload, { description: 'Makes a secret for the caller\'s device.' })
  beginSecondFactor(@Ctx() context: Context, @Arg('input', () => input.BeginSecondFactorInput) given: input.BeginSecondFactorInput): Promise<input.BeginSecondFactorPayload> { return beginSecondFactor(context, given); }

  @Mutation(() => input.ConfirmSecondFactorPayload, { description: 'Turns the second factor on by the device\'s first code.' })
  confirmSecondFactor(@Ctx() context: Context, @Arg('input', () => input.ConfirmSecondFactorInput) given: input.ConfirmSecondFactorInput): Promise<input.ConfirmSecondFactorPayload> { return confirmSecondFactor(context, given); }

  @Mutation(() => input.SecondFactorPayload, { description: 'Turns the second factor off by password and code.' })
  removeSecondFactor(@Ctx() context: Context, @Arg('input', () => input.RemoveSecondFactorInput) given: input.RemoveSecondFactorInput): Promise<input.SecondFactorPayload> { return removeSecondFactor(context, given); }
}
