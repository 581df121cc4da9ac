import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { AreaType } from '../unit/village.entity.js';
import { householdAccess } from './household.access.js';
import { Household, HouseholdClass } from './household.entity.js';

export const HouseholdConnection = connectionOf('Household', Household);
export const householdList = listTypes(householdAccess, {
  id: 'id', code: 'text', commune: 'id', village: 'id', areaType: ['AreaType', AreaType], headName: 'text', class: ['HouseholdClass', HouseholdClass], standard: 'text', classSince: 'day',
  memberCount: 'number', workerCount: 'number', childCount: 'number', deprivationCount: 'number', ethnicity: 'id', exitRegisteredOn: 'day', expectedExitYear: 'number', officerInCharge: 'text',
  hasHelper: 'boolean', hasAnySupport: 'boolean', endedOn: 'day',
  members: 'rows', deprivations: 'rows', groups: 'rows', pairings: 'rows', causes: 'rows', needs: 'rows', supports: 'rows', merits: 'rows', incomes: 'rows', classRecords: 'rows',
});
export const HouseholdArguments = pageArguments('Household', householdList);
