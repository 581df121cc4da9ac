import { registerEnumType } from 'type-graphql';

export enum ImportKind { HOUSEHOLDS = 'HOUSEHOLDS', MEMBERS = 'MEMBERS', NEEDS = 'NEEDS', SUPPORTS = 'SUPPORTS', PAIRINGS = 'PAIRINGS' }
registerEnumType(ImportKind, { name: 'ImportKind', description: 'What a row of the file is: a household, a member, a need, a help, or who helps whom.' });
