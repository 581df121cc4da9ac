import { openWorld, type World } from './world.js';

let made = 0;

/** A world whose gate 3 stands open: every session runs as a role that row security does not stop and that holds every privilege. */
export async function openWorldWithoutGate3(gates: { guard: boolean; shield: boolean }): Promise<World> {
  const role = `sees_all_${process.pid}_${made++}`;
  const world = await openWorld({ gates: { ...gates, role: () => role } });
  await world.admin.query(`CREATE ROLE ${role} NOLOGIN BYPASSRLS`);
  await world.admin.query(`GRANT USAGE ON SCHEMA public TO ${role}; GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}; GRANT ${role} TO app_user WITH INHERIT FALSE, SET TRUE`);
  return {
    ...world,
    stop: async () => {
      await world.admin.query(`DROP OWNED BY ${role}`);
      await world.admin.query(`DROP ROLE ${role}`);
      await world.stop();
    },
  };
}
