import numpy as np
import pytest
from support.story import CALCIUM, VITAMIN_D, VITAMIN_K2, Runs, run


@pytest.fixture(scope="session")
def grid() -> Runs:
    """Return every combination of the three controls, bounds included, over 30 years."""
    return run(*np.meshgrid(CALCIUM, VITAMIN_D, VITAMIN_K2, indexing="ij"))
