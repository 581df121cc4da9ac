import { Field, ID, InputType } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { ClassCertificate } from './class-certificate.entity.js';

@InputType()
export class IssueClassCertificateInput {
  @Field(() => ID) household!: string;
  @Field(() => Day, { description: 'Today or earlier.' }) day!: string;
}

export const ClassCertificatePayload = payloadOf('ClassCertificate', 'certificate', ClassCertificate);
