import { dirname } from 'node:path';

// jest runs what swc has built: build/test, plain ES modules, no transform. Only the projects that need PostgreSQL set
// one up, and since they share the file it happens once a run, however many of them take part.
const shared = {
  rootDir: dirname(import.meta.dirname),
  transform: {},
  setupFiles: ['reflect-metadata'],
  testEnvironment: 'node',
};

const database = {
  globalSetup: '<rootDir>/build/test/support/global-setup.js',
  globalTeardown: '<rootDir>/build/test/support/global-teardown.js',
};

const project = (name, more) => ({ ...shared, ...more, displayName: name, testMatch: [`<rootDir>/build/test/${name}/**/*.test.js`] });

export default {
  rootDir: shared.rootDir,
  testTimeout: 180_000,
  projects: [
    project('unit'),
    project('integration', database),
    project('contract', database),
    project('attack', database),
    project('web', database),
  ],
};
