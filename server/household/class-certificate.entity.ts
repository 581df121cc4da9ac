import { Field, Int, ObjectType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';
import { HouseholdClass } from './household.entity.js';

@ObjectType({ simpleResolvers: true })
export class CertificateMember {
  @Field(() => String) fullName!: string;
  @Field(() => Int) birthYear!: number;
  @Field(() => String, { nullable: true }) relation!: string | null;
}

@ObjectType({ description: 'Giấy xác nhận: the class of a household on a day, with what the form names beside it.', simpleResolvers: true })
export class ClassCertificate {
  @Field(() => String) code!: string;
  @Field(() => String) headName!: string;
  @Field(() => [CertificateMember], { description: 'Who lives there now, the head first.' }) members!: CertificateMember[];
  @Field(() => String, { description: 'House, village, commune.' }) address!: string;
  @Field(() => HouseholdClass) class!: string;
  @Field(() => String) standard!: string;
  @Field(() => Day, { description: 'Since when the list has it so.' }) since!: string;
  @Field(() => String, { nullable: true }) decisionNumber!: string | null;
  @Field(() => Day, { nullable: true }) decisionDay!: string | null;
  @Field(() => Day, { description: 'The day of which the class is confirmed.' }) day!: string;
  @Field(() => Day) issuedOn!: string;
  @Field(() => String) communeName!: string;
  @Field(() => String, { nullable: true, description: 'Who signs.' }) communeHeadName!: string | null;
}
