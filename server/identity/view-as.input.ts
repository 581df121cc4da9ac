import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { PostRole as Role } from '../access/portal-kind.js';
import { Instant } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.js';
import { HatUnit } from './hat.js';
import { PostRole } from './post.entity.js';

@InputType()
export class StartViewAsInput {
  @Field(() => ID, { description: 'The unit whose portal is looked at.' }) unit!: string;
  @Field(() => PostRole, { description: 'As which of its posts; of no person, so with no territory and with nothing sensitive.' }) role!: Role;
}

@ObjectType({ description: "A look at another unit's portal: only what both portals may read, nothing sensitive, no draft that is not signed, no write.", simpleResolvers: true })
export class ViewingAs {
  @Field(() => HatUnit) unit!: HatUnit;
  @Field(() => PostRole) role!: Role;
  @Field(() => Instant, { description: 'When it ends by itself.' }) until!: string;
}

@ObjectType({ simpleResolvers: true })
export class StartViewAsPayload {
  @Field(() => ViewingAs, { nullable: true }) viewingAs!: ViewingAs | null;
  @Field(() => [UserError]) userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class EndViewAsPayload {
  @Field(() => [UserError]) userErrors!: UserError[];
}
