import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Instant } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.js';

export enum MailMode { AT_ONCE = 'AT_ONCE', DIGEST = 'DIGEST', OFF = 'OFF' }
registerEnumType(MailMode, { name: 'MailMode', description: 'What cannot wait at once and the rest once a day, everything once a day, or no mail.' });

@ObjectType({ description: 'How the viewer\'s post is told by mail.', simpleResolvers: true })
export class MailPreference {
  @Field(() => Boolean, { description: 'Whether this system sends mail at all.' }) isOffered!: boolean;
  @Field(() => String, { nullable: true, description: 'Of the viewer\'s account; null gets no mail.' }) email!: string | null;
  @Field(() => MailMode) mode!: string;
  @Field(() => Instant, { nullable: true, description: 'When mail to the address was last given up, and none has arrived since.' }) givenUpAt!: string | null;
}

@InputType()
export class SetMailPreferenceInput {
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => MailMode) mode!: string;
}

@ObjectType({ simpleResolvers: true })
export class MailPreferencePayload {
  @Field(() => MailPreference, { nullable: true }) mailPreference!: MailPreference | null;
  @Field(() => [UserError]) userErrors!: UserError[];
}
