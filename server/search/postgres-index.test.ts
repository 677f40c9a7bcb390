import { createTestDatabase } from '@/tests/test-database';
import { createPostgresIndex } from './postgres-index';
import { searchIndexContract } from './search-index.contract';

searchIndexContract(async () => {
  const database = await createTestDatabase();
  const index = createPostgresIndex({ db: database.db });
  return {
    index,
    async close() {
      await index.close();
      await database.drop();
    },
  };
});
