import { DefaultNamingStrategy } from 'typeorm';
import { snake } from '../access/portal-kind.js';

/** asOfDay is the column as_of_day, as in the access tables. */
export class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, customName: string | undefined): string { return customName ?? snake(property); }
}
