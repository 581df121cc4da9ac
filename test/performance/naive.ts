import 'reflect-metadata';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { buildSchema, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { rule, shield, type IRules } from 'graphql-shield';
import { DataSource } from 'typeorm';
import { selectViewer } from '../../server/identity/sign-in.query.js';
import { hashOf } from '../../server/identity/token.js';
import type { Viewer } from '../../server/identity/viewer.js';
import { naiveEntities } from './naive.entity.js';
import { assignments, households, tasks } from './naive-rows.js';
import { benchDay } from './province.js';

/* The same three answers as one builds them at first: shield on every field, TypeORM `find` with relations, Apollo as it comes. */

interface Context { readonly viewer: Viewer | null }

const types = `
  type Query {
    tasks(first: Int!, filter: TaskFilter): TaskConnection!
    assignments(first: Int!, filter: AssignmentFilter, order: [AssignmentOrder!]): AssignmentConnection!
    households(first: Int!, filter: HouseholdFilter, order: [HouseholdOrder!]): HouseholdConnection!
  }
  input TaskFilter { kind: KindFilter } input KindFilter { eq: TaskKind }
  input AssignmentFilter { unit: IdFilter, status: StatusFilter, not: AssignmentFilter } input StatusFilter { eq: Status }
  input HouseholdFilter { id: IdFilter } input IdFilter { eq: ID, in: [ID!] }
  input AssignmentOrder { dueDay: Direction } input HouseholdOrder { code: Direction }
  enum Direction { ASC DESC } enum Status { ON_TIME AT_RISK LATE DONE NOT_UPDATED } enum TaskKind { TASK DUTY DIRECTIVE }
  type PageInfo { hasNextPage: Boolean! }
  type TaskConnection { nodes: [Task!]! } type AssignmentConnection { nodes: [Assignment!]! } type HouseholdConnection { nodes: [Household!]!, pageInfo: PageInfo! }
  type Unit { id: ID!, name: String!, shortName: String! } type Village { id: ID!, name: String! }
  type Task { id: ID!, code: String!, title: String!, assignments: [Assignment!]!, leads: [Assignment!]! }
  type Milestone { id: ID!, label: String!, dueDay: String! }
  type Assignment {
    id: ID!, role: String!, part: String, dueDay: String, extendedTo: String, percent: Int, status: Status!, statusRule: String!
    nextMilestone: Milestone, unit: Unit!, task: Task!
  }
  type Household { id: ID!, code: String!, headName: String!, class: String!, memberCount: Int!, commune: Unit!, village: Village, members: [Member!]!, deprivations: [Deprivation!]! }
  type Member { id: ID!, fullName: String!, isHead: Boolean!, birthYear: Int!, sex: String! }
  type Deprivation { id: ID!, indicator: String!, since: String! }`;

interface Arguments { readonly filter?: { readonly unit?: { readonly eq: string }; readonly id?: { readonly in: readonly string[] } } }

function schemaOf(source: DataSource): GraphQLSchema {
  const schema = buildSchema(types);
  const resolvers: Record<string, GraphQLFieldResolver<unknown, Context, Arguments>> = {
    tasks: () => tasks(source),
    assignments: (_root, { filter }) => assignments(source, Number(filter!.unit!.eq)),
    households: (_root, { filter }, { viewer }) => households(source, viewer!, filter?.id?.in ?? null),
  };
  for (const [name, resolve] of Object.entries(resolvers)) schema.getQueryType()!.getFields()[name]!.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  const isSignedIn = rule()(async (_parent, _args, { viewer }: Context) => viewer !== null);
  const rules = Object.fromEntries(Object.values(schema.getTypeMap()).filter(type => isObjectType(type) && !type.name.startsWith('__')).map(type => [type.name, { '*': isSignedIn }]));
  return applyMiddleware(schema, shield(rules as IRules));
}

const source = await new DataSource({ type: 'postgres', url: process.env.DATABASE_ADMIN_URL!, entities: naiveEntities, installExtensions: false, poolSize: 10 }).initialize();
const apollo = new ApolloServer<Context>({ schema: schemaOf(source), stopOnTerminationSignals: false });
await apollo.start();
const app = express().use('/graphql', express.json(), expressMiddleware(apollo, { context: async ({ req }) => {
  const token = /session=([\w-]{43})/.exec(req.headers.cookie ?? '')?.[1];
  return { viewer: token ? await selectViewer(source, hashOf(token), benchDay) : null };
} }));
const server = createServer(app).listen(0, '127.0.0.1', () => process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`));
process.on('SIGTERM', () => process.exit(0));
