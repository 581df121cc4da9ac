import { Field, ID, ObjectType } from 'type-graphql';
import type { PortalKind, PostRole as Role } from '../access/portal-kind.js';
import { UnitKind } from '../unit/unit.entity.js';
import { PostRole } from './post.entity.js';

@ObjectType({ description: 'The unit of a hat, as far as choosing one needs it.', simpleResolvers: true })
export class HatUnit {
  @Field(() => ID) id!: number;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String) shortName!: string;
  @Field(() => UnitKind) kind!: PortalKind;
}

@ObjectType({ description: 'The post that a hat stands in for.', simpleResolvers: true })
export class HatPrincipal {
  @Field(() => ID) id!: number;
  @Field(() => String) name!: string;
}

/** Read outside any session, whatever the portal in use may see of posts: these are the caller's own. */
@ObjectType({ description: "One of the caller's own posts that is valid today.", simpleResolvers: true })
export class Hat {
  @Field(() => ID) id!: number;
  @Field(() => String) name!: string;
  @Field(() => PostRole) role!: Role;
  @Field(() => HatUnit) unit!: HatUnit;
  @Field(() => HatPrincipal, { nullable: true, description: 'Whom the caller stands in for under this hat; null under one of their own.' }) standsInFor!: HatPrincipal | null;
}
