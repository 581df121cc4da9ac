import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { notFound, userError } from '../graphql/check.js';
import { working, type Context } from '../graphql/context.js';
import { BeginIdentityLinkInput, BeginIdentityLinkPayload, IdentityProvider, RemoveIdentityLinkInput, RemoveIdentityLinkPayload } from './oidc.input.js';
import { refusalOf } from './totp.service.js';

const notConfigured = 'Hệ thống chưa nối với dịch vụ định danh nào. Đăng nhập bằng mật khẩu.';

@Resolver()
export class IdentityProviderResolver {
  @Query(() => IdentityProvider, { nullable: true, description: 'Null where none is configured.' })
  async identityProvider(@Ctx() context: Context): Promise<IdentityProvider | null> {
    const { identity: { provider }, viewer } = working(context);
    return provider && { label: provider.label, links: await provider.linksOf(viewer.accountId) };
  }

  @Mutation(() => BeginIdentityLinkPayload, { description: 'Leads to the provider to link the caller\'s account with an identity there.' })
  async beginIdentityLink(@Ctx() context: Context, @Arg('input', () => BeginIdentityLinkInput) { currentPassword }: BeginIdentityLinkInput): Promise<BeginIdentityLinkPayload> {
    const { identity, viewer } = working(context), { provider } = identity;
    if (!provider) return { address: null, userErrors: [userError('NOT_ALLOWED_NOW', null, notConfigured)] };
    const result = await identity.provePassword(viewer, currentPassword);
    if (!result.ok) return { address: null, userErrors: [refusalOf(result, 'currentPassword', 'Mật khẩu hiện tại không đúng. Nhập lại mật khẩu đang dùng.', notConfigured)] };
    return { address: `/dang-nhap/dinh-danh?lien-ket=${await provider.ticketFor(viewer.accountId)}`, userErrors: [] };
  }

  @Mutation(() => RemoveIdentityLinkPayload, { description: 'An identity of the provider signs in to the caller\'s account no more.' })
  async removeIdentityLink(@Ctx() context: Context, @Arg('input', () => RemoveIdentityLinkInput) { id }: RemoveIdentityLinkInput): Promise<RemoveIdentityLinkPayload> {
    const { identity: { provider }, viewer } = working(context);
    const isDone = provider !== null && /^\d{1,9}$/.test(id) && await provider.unlink(viewer.accountId, Number(id));
    return { userErrors: isDone ? [] : [notFound('id', 'liên kết định danh này')] };
  }
}
