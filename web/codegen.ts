import type { CodegenConfig } from '@graphql-codegen/cli';
import { asPersisted, writeManifest } from './persist';

/** Types and documents of every `*.graphql` under web/, written beside it; run from the repository's root. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['web/**/*.graphql'],
  generates: {
    'web/': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.generated.ts' },
      plugins: ['typescript-operations', 'typed-document-node'],
    },
  },
  config: {
    documentMode: 'documentNode',
    dedupeFragments: true,
    useTypeImports: true,
    disableDescriptions: true,
    arrayInputCoercion: false,
    scalars: { ID: 'string', Day: 'string', Instant: 'string' },
  },
  hooks: { beforeOneFileWrite: asPersisted, afterAllFileWrite: writeManifest },
};

export default config;
