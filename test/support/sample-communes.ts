import { readFileSync } from 'node:fs';
import type { SampleCommune } from '../../server/household/household.quotas.js';

interface CommuneFile { code: string; area: string; areaType: string; centroid: [number, number] }

const file = JSON.parse(readFileSync('server/unit/data/communes.json', 'utf8')) as CommuneFile[];
/** The province's communes as the generator gets them, without a database; three villages each. */
export const communes: SampleCommune[] = file.map(({ code, area, areaType, centroid }, index) => ({
  id: 101 + index, code, area, centroid, villages: [1, 2, 3].map(no => ({ id: (101 + index) * 1000 + no, areaType })),
}));
