import { registerEnumType } from 'type-graphql';

export enum ImportKind { HOUSEHOLDS = 'HOUSEHOLDS', MEMBERS = 'MEMBERS', NEEDS = 'NEEDS', SUPPORTS = 'SUPPORTS' }
registerEnumType(ImportKind, { name: 'ImportKind', description: 'What a row of the file is: a household, a member, a need or a help.' });
