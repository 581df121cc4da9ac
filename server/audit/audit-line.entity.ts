import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { PostRole } from '../identity/post.entity.js';
import { Instant } from '../graphql/scalars.js';
import { Unit } from '../unit/unit.entity.js';

export enum AuditOutcome { DONE = 'DONE', REFUSED = 'REFUSED', FAILED = 'FAILED' }
registerEnumType(AuditOutcome, { name: 'AuditOutcome', description: 'Of an attempt: done, or refused and nothing changed.' });

@ObjectType({ description: 'What a line says of one field. Values are shown to whom the field is shown today, and of sensitive nouns only to posts that open them.', simpleResolvers: true })
export class AuditChange {
  @Field(() => String) field!: string;
  @Field(() => String, { nullable: true, description: 'As text; a relation by the id of its row. Null for nothing, and where hidden.' }) before!: string | null;
  @Field(() => String, { nullable: true }) after!: string | null;
  @Field(() => Boolean, { description: 'That the field was written is shown and what stood there is not.' }) isHidden!: boolean;
}

@ObjectType({ description: 'Why an attempt was refused: a code and the field it names, never what was sent.', simpleResolvers: true })
export class AuditRefusal {
  @Field(() => String) code!: string;
  @Field(() => String, { nullable: true }) field!: string | null;
}

@ObjectType({ description: 'One write or one refusal. Appended to in the writing transaction and never altered.', simpleResolvers: true })
export class AuditLine {
  @Field(() => ID) id!: string;
  @Field(() => Instant) at!: string;
  @Field(() => Unit, { nullable: true, description: 'Null for what runs by itself, and for attempts of nobody known.' }) unit!: Relation<Unit> | null;
  @Field(() => String, { nullable: true, description: 'The holder of the post, as the unit named them on that day.' }) person!: string | null;
  @Field(() => PostRole, { nullable: true }) role!: string | null;
  @Field(() => String, { description: 'A mutation by its name, or what the system does by itself.' }) operation!: string;
  @Field(() => AuditOutcome) outcome!: string;
  @Field(() => String, { nullable: true }) noun!: string | null;
  @Field(() => String, { nullable: true }) rowId!: string | null;
  @Field(() => [AuditChange]) changes!: AuditChange[];
  @Field(() => [AuditRefusal]) refusals!: AuditRefusal[];
}

@ObjectType({ description: 'How far the trail is sealed by the hash of all that came before, and whether the system found it whole.', simpleResolvers: true })
export class AuditChain {
  @Field(() => Instant, { nullable: true, description: 'Every line before this moment has its seal.' }) sealedUntil!: string | null;
  @Field(() => Instant, { nullable: true }) checkedAt!: string | null;
  @Field(() => Boolean, { description: 'False as soon as a line is not as it was sealed; audit:verify names it.' }) isWhole!: boolean;
}
