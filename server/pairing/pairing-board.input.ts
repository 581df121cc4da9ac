import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { PairingQuota } from './pairing-quota.entity.js';

export const PairingQuotaPayload = payloadOf('PairingQuota', 'pairingQuota', PairingQuota);

@InputType({ description: 'A body\'s promise for a year; the first time without a version.' })
export class SavePairingQuotaInput {
  @Field(() => ID) helper!: string;
  @Field(() => Int) year!: number;
  @Field(() => Int) households!: number;
  @Field(() => String, { nullable: true }) source?: string | null;
  @Field(() => Int, { nullable: true, description: 'Of the promise as the writer saw it.' }) version?: number | null;
}

@ObjectType({ description: 'What one body helps, of the pairings that the viewer may see.', simpleResolvers: true })
export class HelperLoad {
  @Field(() => ID) unit!: number;
  @Field(() => String) name!: string;
  @Field(() => Int, { nullable: true, description: 'Households that it promised for the year.' }) quota!: number | null;
  @Field(() => Int, { nullable: true, description: 'Of the promise, for changing it.' }) quotaVersion!: number | null;
  @Field(() => Int, { description: 'Households agreed.' }) agreed!: number;
  @Field(() => Int, { description: 'Households that wait for a side.' }) waiting!: number;
  @Field(() => Int, { description: 'Its officers who are named for agreed households.' }) officers!: number;
  @Field(() => [String], { description: 'Communes agreed.' }) communes!: string[];
}

@ObjectType({ description: 'Who helps an extremely disadvantaged commune, of the pairings that the viewer may see.', simpleResolvers: true })
export class CommuneCoverage {
  @Field(() => ID) unit!: number;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => [String], { description: 'Bodies agreed.' }) helpers!: string[];
  @Field(() => [String], { description: 'Bodies proposed.' }) proposed!: string[];
  @Field(() => Int, { description: 'Households agreed.' }) agreed!: number;
  @Field(() => Int, { description: 'Households that wait for a side.' }) waiting!: number;
  @Field(() => Int, { nullable: true, description: 'Poor households that nobody helps or is proposed to; for who sees the commune\'s list.' }) withoutHelper!: number | null;
}

@ObjectType({ description: 'Pairings of a year as a whole: what is agreed today beside what the plan asks.', simpleResolvers: true })
export class PairingBoard {
  @Field(() => Int, { nullable: true, description: 'The plan\'s target of households; for a body its own promise, for a commune none.' }) target!: number | null;
  @Field(() => Int) agreed!: number;
  @Field(() => Int) waiting!: number;
  @Field(() => Int, { description: 'Communes with a body agreed.' }) communesHelped!: number;
  @Field(() => Int, { description: 'Bodies that have agreed with a commune.' }) bodiesHelping!: number;
  @Field(() => Int, { nullable: true, description: 'Bodies with a promise for the year.' }) bodies!: number | null;
  @Field(() => [HelperLoad]) helpers!: HelperLoad[];
  @Field(() => [CommuneCoverage]) communes!: CommuneCoverage[];
}
