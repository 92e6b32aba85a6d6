"""What is true: parameters, accounts and laws, and the solver that runs them."""
