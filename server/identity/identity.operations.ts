import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

const anyone = { portals: signedIn, posts: everyPost } as const;

/** Who may run what; login is a guest's too (see the gate on root fields), and is listed for those who sign in anew. */
export const identityOperations: OperationLines = {
  'Query.viewer': anyone,
  'Mutation.login': { ...anyone, input: { type: 'LoginInput', keys: ['login', 'password'] }, payload: 'LoginPayload' },
  'Mutation.loginByCode': { ...anyone, input: { type: 'LoginByCodeInput', keys: ['codeToken', 'code'] }, payload: 'LoginPayload' },
  'Query.secondFactor': anyone,
  'Mutation.beginSecondFactor': { ...anyone, input: { type: 'BeginSecondFactorInput', keys: ['currentPassword'] }, payload: 'BeginSecondFactorPayload' },
  'Mutation.confirmSecondFactor': { ...anyone, input: { type: 'ConfirmSecondFactorInput', keys: ['code'] }, payload: 'ConfirmSecondFactorPayload' },
  'Mutation.removeSecondFactor': { ...anyone, input: { type: 'RemoveSecondFactorInput', keys: ['currentPassword', 'code'] }, payload: 'SecondFactorPayload' },
  'Query.identityProvider': { ...anyone, payload: 'IdentityProvider' },
  'Mutation.beginIdentityLink': { ...anyone, input: { type: 'BeginIdentityLinkInput', keys: ['currentPassword'] }, payload: 'BeginIdentityLinkPayload' },
  'Mutation.removeIdentityLink': { ...anyone, input: { type: 'RemoveIdentityLinkInput', keys: ['id'] }, payload: 'RemoveIdentityLinkPayload' },
  'Mutation.logout': { ...anyone, payload: 'LogoutPayload' },
  'Mutation.switchHat': { ...anyone, input: { type: 'SwitchHatInput', keys: ['post'] }, payload: 'SwitchHatPayload' },
  'Mutation.startViewAs': { portals: ['secretariat'], posts: ['LEADER'], input: { type: 'StartViewAsInput', keys: ['unit', 'role'] }, payload: 'StartViewAsPayload' },
  'Mutation.endViewAs': { ...anyone, payload: 'EndViewAsPayload' },
  'Mutation.changePassword': { ...anyone, input: { type: 'ChangePasswordInput', keys: ['currentPassword', 'newPassword'] }, payload: 'ChangePasswordPayload' },
};

/** Types about the caller alone: whoever is signed in may name them. */
export const identityWrappers: readonly string[] = ['Viewer', 'ViewingAs', 'SignedInViewer', 'Hat', 'HatUnit', 'HatPrincipal', 'SecondFactor', 'LinkedIdentity'];
